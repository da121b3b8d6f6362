#ifndef _SYS_USER_H
#define _SYS_USER_H
struct user_regs_struct {
    unsigned long long r15, r14, r13, r12, rbp, rbx, r11, r10, r9, r8, rax, rcx, rdx, rsi, rdi, orig_rax, rip, cs, eflags, rsp, ss, fs_base, gs_base, ds, es, fs, gs;
};
struct user_fpregs_struct { unsigned char __bytes[512]; };
struct user {
    struct user_regs_struct regs;
    int u_fpvalid;
    struct user_fpregs_struct i387;
    unsigned long long u_tsize, u_dsize, u_ssize, start_code, start_stack;
    long long signal;
    int reserved;
    struct user_regs_struct *u_ar0;
    struct user_fpregs_struct *u_fpstate;
    unsigned long long magic;
    char u_comm[32];
    unsigned long long u_debugreg[8];
};
#endif
