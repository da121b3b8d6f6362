// shows: printf may be called without its header; the compiler only warns

int main()
{
    printf("no header, no worry\n");
    printf("%d and %s\n", 42, "text");
    return 0;
}
