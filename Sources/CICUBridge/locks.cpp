#include "include/pf_locks.h"

#include <mutex>

struct pf_lock {
    std::mutex mutex;
};

pf_lock *pf_lock_make(void) {
    return new pf_lock();
}

void pf_lock_free(pf_lock *lock) {
    delete lock;
}

void pf_lock_take(pf_lock *lock) {
    lock->mutex.lock();
}

void pf_lock_give_back(pf_lock *lock) {
    lock->mutex.unlock();
}
