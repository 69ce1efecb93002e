// Sockets and epoll as Swift cannot say them: packed structs, variadic calls and address unions.
// Every function returns 0 or a descriptor, or an errno as a negative number. Nothing here keeps state.
#pragma once
#include <stddef.h>
#include <stdint.h>

// What one descriptor is ready for. `token` is what csocket_watch was given.
struct csocket_event {
    uint64_t token;
    uint32_t readable;
    uint32_t writable;
};

int csocket_poller(void);
int csocket_bell(void);
void csocket_ring(int bell);
void csocket_silence(int bell);

// Edge triggered for both directions: a waiter first tries, then waits.
int csocket_watch(int poller, int descriptor, uint64_t token);
// Level triggered, readable only: for a bell or a library's descriptor.
int csocket_watch_level(int poller, int descriptor, uint64_t token);
int csocket_unwatch(int poller, int descriptor);
int csocket_wait(int poller, struct csocket_event *events, int capacity, int milliseconds);

// A non-blocking TCP socket without delay that leaves no TIME_WAIT when closed.
int csocket_open(int is_ipv6);
// 0 when connected, -EINPROGRESS when it is on its way.
int csocket_connect(int descriptor, const uint8_t *address, size_t address_length, uint16_t port);
// The error a connect ended with, as a positive errno; 0 when it succeeded.
int csocket_error(int descriptor);
// From now on close sends what is queued and says FIN instead of RST.
int csocket_finish(int descriptor);
