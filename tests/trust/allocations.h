// Memory that fails when it is told to: SQLite's and C++'s.
//
// A program that links allocations.cpp has its operator new replaced, and, after install_allocations(), SQLite's
// allocator. Allocations of both are counted together; the one that is asked for fails, alone or with all after it.
//
//   fail_at(7, Failure::once);
//   run();                       // its seventh allocation fails
//   const bool failed = stop_failing();
#ifndef GAZETTE_TESTS_TRUST_ALLOCATIONS_H
#define GAZETTE_TESTS_TRUST_ALLOCATIONS_H

#include <cstdint>

namespace gazette {

enum class Failure : std::uint8_t { once, for_good };

/// Before SQLite's first use.
void install_allocations();

/// The allocation of that number, from 1, fails. This thread's alone are counted.
void fail_at(std::int64_t number, Failure failure);
/// Was there such an allocation? Nothing fails from here on.
bool stop_failing();

/// Blocks that were allocated and not freed yet, of both kinds, in all threads.
std::int64_t blocks_alive();

}  // namespace gazette

#endif
