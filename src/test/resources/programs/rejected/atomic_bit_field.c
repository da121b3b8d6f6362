// shows: a bit-field cannot be atomic
// error: 4:17 bits
struct flags {
    _Atomic int bits : 3;
};

int main(void) { return 0; }
