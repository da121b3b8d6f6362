// shows: a program about processes that includes nothing

main()
{
    int status;
    printf("no headers\n");
    fflush(0);
    if (fork() == 0) {
        printf("child\n");
        exit(3);
    }
    wait(&status);
    printf("parent %d\n", status >> 8);
    return 0;
}
