// How a library is loaded, and how a function leads on to its own.
#ifndef LIBRARY_H
#define LIBRARY_H

#include <stddef.h>

/// A function of a library's, and where its address goes.
struct library_function {
    const char *name;
    void **address;
};

/// A library that is loaded by several files, each of which may hold any of its functions.
struct library {
    /// The files' names, ended by NULL.
    const char *const *files;
    /// The functions, ended by one without a name.
    const struct library_function *functions;
};

/// Loads a library unless it is loaded, and answers why it can't be; NULL when it is.
const char *library_load(const struct library *library);
/// Loads a library because `address` is needed; ends the process, and says why, where it can't.
void *library_need(const struct library *library, void **address);

// The four uses of a list of functions, each of which is FORWARD(result, name, (parameters), (arguments)).
// Hidden: the libraries call their own functions, and not these.
#define LIBRARY_ADDRESS(result, name, parameters, arguments) static void *address_of_##name;
#define LIBRARY_FUNCTION(result, name, parameters, arguments) {#name, &address_of_##name},
#define LIBRARY_FORWARD(result, name, parameters, arguments)                                     \
    __attribute__((visibility("hidden"))) result name parameters {                               \
        void *address = __atomic_load_n(&address_of_##name, __ATOMIC_ACQUIRE);                   \
        if (!address) address = library_need(&library, &address_of_##name);                      \
        return ((__typeof__(&name))address) arguments;                                           \
    }

#define LIBRARY(list, ...)                                                                       \
    list(LIBRARY_ADDRESS)                                                                        \
    static const char *const library_files[] = {__VA_ARGS__, NULL};                              \
    static const struct library_function library_functions[] = {list(LIBRARY_FUNCTION) {NULL, NULL}}; \
    static const struct library library = {library_files, library_functions};                   \
    list(LIBRARY_FORWARD)

#endif
