#define _GNU_SOURCE
#include "CSocket.h"

#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

static int result(int status) { return status < 0 ? -errno : status; }

int csocket_poller(void) { return result(epoll_create1(EPOLL_CLOEXEC)); }

int csocket_bell(void) { return result(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)); }

void csocket_ring(int bell) {
    uint64_t one = 1;
    // Fails only when the counter is full, and then the bell rings already.
    ssize_t ignored = write(bell, &one, sizeof one);
    (void)ignored;
}

void csocket_silence(int bell) {
    uint64_t count;
    ssize_t ignored = read(bell, &count, sizeof count);
    (void)ignored;
}

static int watch(int poller, int descriptor, uint64_t token, uint32_t events) {
    struct epoll_event event = {.events = events, .data.u64 = token};
    return result(epoll_ctl(poller, EPOLL_CTL_ADD, descriptor, &event));
}

int csocket_watch(int poller, int descriptor, uint64_t token) {
    return watch(poller, descriptor, token, EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET);
}

int csocket_watch_level(int poller, int descriptor, uint64_t token) {
    return watch(poller, descriptor, token, EPOLLIN);
}

int csocket_unwatch(int poller, int descriptor) {
    struct epoll_event event = {0};
    return result(epoll_ctl(poller, EPOLL_CTL_DEL, descriptor, &event));
}

int csocket_wait(int poller, struct csocket_event *events, int capacity, int milliseconds) {
    struct epoll_event ready[256];
    if (capacity > 256) capacity = 256;
    int count = epoll_wait(poller, ready, capacity, milliseconds);
    if (count < 0) return errno == EINTR ? 0 : -errno;
    for (int index = 0; index < count; index++) {
        uint32_t flags = ready[index].events;
        events[index].token = ready[index].data.u64;
        events[index].readable = (flags & (EPOLLIN | EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0;
        events[index].writable = (flags & (EPOLLOUT | EPOLLHUP | EPOLLERR)) != 0;
    }
    return count;
}

static int linger(int descriptor, int on) {
    struct linger option = {.l_onoff = on, .l_linger = 0};
    return setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, sizeof option);
}

int csocket_open(int is_ipv6) {
    int descriptor = socket(is_ipv6 ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0) return -errno;
    int one = 1;
    if (setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one) < 0 || linger(descriptor, 1) < 0) {
        int error = errno;
        close(descriptor);
        return -error;
    }
    return descriptor;
}

int csocket_connect(int descriptor, const uint8_t *address, size_t address_length, uint16_t port) {
    if (address_length == 4) {
        struct sockaddr_in target = {.sin_family = AF_INET, .sin_port = htons(port)};
        memcpy(&target.sin_addr, address, 4);
        return result(connect(descriptor, (struct sockaddr *)&target, sizeof target));
    }
    if (address_length != 16) return -EAFNOSUPPORT;
    struct sockaddr_in6 target = {.sin6_family = AF_INET6, .sin6_port = htons(port)};
    memcpy(&target.sin6_addr, address, 16);
    return result(connect(descriptor, (struct sockaddr *)&target, sizeof target));
}

int csocket_error(int descriptor) {
    int error = 0;
    socklen_t size = sizeof error;
    if (getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &size) < 0) return errno;
    return error;
}

int csocket_finish(int descriptor) {
    if (linger(descriptor, 0) < 0) return -errno;
    return result(shutdown(descriptor, SHUT_WR));
}
