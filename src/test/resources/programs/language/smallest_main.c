// shows: a main that does nothing ends with status 0, even without a type and a return

main()
{
}
