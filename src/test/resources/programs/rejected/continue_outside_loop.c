// shows: continue belongs inside a loop
// error: 8:9 continue

int main(void)
{
    switch (1) {
    case 1:
        continue;
    }
    return 0;
}
