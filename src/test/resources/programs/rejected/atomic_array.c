// shows: an array cannot be atomic, its elements can
// error: 4:1 _Atomic
typedef int row[3];
_Atomic row numbers;

int main(void) { return 0; }
