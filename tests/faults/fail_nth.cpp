// Preloaded before the program under test: makes the n-th call of one kind fail, as
// if memory, files or the network were short.  libfiu fails calls always or at
// random; here every place is wanted, each once and again in the next run.
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" {
void* __libc_malloc(std::size_t);
void* __libc_calloc(std::size_t, std::size_t);
void* __libc_realloc(void*, std::size_t);
void* __libc_memalign(std::size_t, std::size_t);
}

namespace {

// The order is that of faults.mjs.
enum Kind : std::uint32_t { memory, file, reading, writing, network, thread, kinds };

// A file that the test and the program share.
struct Control {
  std::atomic<std::uint32_t> kind;
  std::atomic<std::uint32_t> at;      // Fails this call, counted from 1; 0: none.
  std::atomic<std::uint32_t> calls;   // Of the kind, so far.
  std::atomic<std::uint32_t> failed;  // How many have been made to fail.
};

Control* control = nullptr;

void open_control() {
  const char* path = std::getenv("FAULTS_CONTROL");
  if (path == nullptr) return;
  const int file_number = ::open(path, O_RDWR | O_CLOEXEC);
  void* place = ::mmap(nullptr, sizeof(Control), PROT_READ | PROT_WRITE, MAP_SHARED,
                       file_number, 0);
  ::close(file_number);
  if (place != MAP_FAILED) control = static_cast<Control*>(place);
}

bool fails(Kind kind, int error) {
  if (control == nullptr || control->kind != kind || control->at == 0) return false;
  if (++control->calls != control->at) return false;
  ++control->failed;
  errno = error;
  return true;
}

template <typename Function>
Function* real(Function*, const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

using Main = int(int, char**, char**);
Main* program = nullptr;

// Counts from here on: what libraries set up before, no program can catch.
int counted_main(int argc, char** argv, char** environment) {
  open_control();
  return program(argc, argv, environment);
}

}  // namespace

// One function of the system that fails on demand.
#define FAILS(kind, error, failure, type, name, parameters, arguments) \
  type name parameters {                                               \
    static auto* const next = real(&name, #name);                      \
    if (fails(kind, error)) return failure;                            \
    return next arguments;                                             \
  }

extern "C" {

int __libc_start_main(Main* main, int argc, char** argv, void (*init)(), void (*fini)(),
                      void (*loader_end)(), void* stack_end) {
  program = main;
  return real(&__libc_start_main, "__libc_start_main")(counted_main, argc, argv, init,
                                                       fini, loader_end, stack_end);
}

void* malloc(std::size_t size) {
  return fails(memory, ENOMEM) ? nullptr : __libc_malloc(size);
}
void* calloc(std::size_t count, std::size_t size) {
  return fails(memory, ENOMEM) ? nullptr : __libc_calloc(count, size);
}
void* realloc(void* old, std::size_t size) {
  return fails(memory, ENOMEM) ? nullptr : __libc_realloc(old, size);
}
void* aligned_alloc(std::size_t alignment, std::size_t size) {
  return fails(memory, ENOMEM) ? nullptr : __libc_memalign(alignment, size);
}

FAILS(file, EMFILE, nullptr, FILE*, fopen, (const char* path, const char* mode),
      (path, mode))
FAILS(file, EMFILE, nullptr, FILE*, fopen64, (const char* path, const char* mode),
      (path, mode))
FAILS(file, EMFILE, nullptr, DIR*, opendir, (const char* path), (path))
FAILS(file, EMFILE, nullptr, DIR*, fdopendir, (int number), (number))
FAILS(file, EIO, -1, int, stat, (const char* path, struct stat* to), (path, to))
FAILS(file, EIO, -1, int, lstat, (const char* path, struct stat* to), (path, to))
FAILS(file, EIO, -1, int, fstat, (int number, struct stat* to), (number, to))

FAILS(reading, EIO, nullptr, dirent*, readdir, (DIR * directory), (directory))
FAILS(reading, EIO, -1, ssize_t, read, (int number, void* to, std::size_t size),
      (number, to, size))
FAILS(reading, ECONNRESET, -1, ssize_t, recv,
      (int number, void* to, std::size_t size, int flags), (number, to, size, flags))
FAILS(writing, ENOSPC, -1, ssize_t, write,
      (int number, const void* from, std::size_t size), (number, from, size))
FAILS(writing, ENOSPC, 0, std::size_t, fwrite,
      (const void* from, std::size_t size, std::size_t count, FILE* to),
      (from, size, count, to))
FAILS(writing, ECONNRESET, -1, ssize_t, send,
      (int number, const void* from, std::size_t size, int flags),
      (number, from, size, flags))

FAILS(network, EMFILE, -1, int, socket, (int domain, int type, int protocol),
      (domain, type, protocol))
FAILS(network, EADDRINUSE, -1, int, bind,
      (int number, const sockaddr* address, socklen_t size), (number, address, size))
FAILS(network, EADDRINUSE, -1, int, listen, (int number, int backlog), (number, backlog))
FAILS(network, EMFILE, -1, int, accept4,
      (int number, sockaddr* address, socklen_t* size, int flags),
      (number, address, size, flags))
FAILS(network, EMFILE, -1, int, epoll_create1, (int flags), (flags))
FAILS(network, ENOSPC, -1, int, epoll_ctl,
      (int number, int operation, int of, epoll_event* event),
      (number, operation, of, event))
FAILS(network, EINTR, -1, int, epoll_wait,
      (int number, epoll_event* events, int size, int patience),
      (number, events, size, patience))
FAILS(network, EMFILE, -1, int, eventfd, (unsigned int value, int flags), (value, flags))

int pthread_create(pthread_t* handle, const pthread_attr_t* attributes,
                   void* (*run)(void*), void* argument) {
  static auto* const next = real(&pthread_create, "pthread_create");
  if (fails(thread, EAGAIN)) return EAGAIN;
  return next(handle, attributes, run, argument);
}
}
