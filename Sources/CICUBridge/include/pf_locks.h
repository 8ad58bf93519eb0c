// A lock for the Swift side.
#ifndef PF_LOCKS_H
#define PF_LOCKS_H

#ifdef __cplusplus
extern "C" {
#endif

/// A std::mutex.
typedef struct pf_lock pf_lock;
pf_lock *pf_lock_make(void);
void pf_lock_free(pf_lock *lock);
void pf_lock_take(pf_lock *lock);
void pf_lock_give_back(pf_lock *lock);

#ifdef __cplusplus
}
#endif
#endif
