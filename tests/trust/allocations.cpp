#include "trust/allocations.h"

#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <new>

namespace gazette {
namespace {

std::atomic<std::int64_t> alive = 0;
sqlite3_mem_methods original;

// What this thread's allocations do.
struct Plan {
  std::int64_t to_go = 0;  // allocations until the failure; 0: there is none
  Failure failure = Failure::once;
  bool failing = false;
  bool failed = false;
};
thread_local Plan plan;

bool fails() {
  if (plan.to_go > 0 && --plan.to_go == 0) {
    plan.failed = true;
    plan.failing = plan.failure == Failure::for_good;
    return true;
  }
  return plan.failing;
}

void* allocate(std::size_t size, std::size_t alignment = alignof(std::max_align_t)) noexcept {
  if (fails()) return nullptr;
  const std::size_t whole = (std::max<std::size_t>(size, 1) + alignment - 1) / alignment * alignment;
  void* const block = alignment > alignof(std::max_align_t) ? std::aligned_alloc(alignment, whole) : std::malloc(whole);
  if (block != nullptr) ++alive;
  return block;
}

void* allocate_or_throw(std::size_t size, std::size_t alignment = alignof(std::max_align_t)) {
  void* const block = allocate(size, alignment);
  if (block == nullptr) throw std::bad_alloc();
  return block;
}

void release(void* block) noexcept {
  if (block == nullptr) return;
  --alive;
  std::free(block);
}

}  // namespace

void install_allocations() {
  sqlite3_config(SQLITE_CONFIG_GETMALLOC, &original);
  sqlite3_mem_methods counting = original;
  counting.xMalloc = [](int size) -> void* {
    if (fails()) return nullptr;
    void* const block = original.xMalloc(size);
    if (block != nullptr) ++alive;
    return block;
  };
  counting.xRealloc = [](void* block, int size) -> void* { return fails() ? nullptr : original.xRealloc(block, size); };
  counting.xFree = [](void* block) {
    if (block != nullptr) --alive;
    original.xFree(block);
  };
  sqlite3_config(SQLITE_CONFIG_MALLOC, &counting);
  sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0);  // every allocation is seen
}

void fail_at(std::int64_t number, Failure failure) { plan = {number, failure, false, false}; }

bool stop_failing() {
  const bool failed = plan.failed;
  plan = {};
  return failed;
}

std::int64_t blocks_alive() { return alive; }

}  // namespace gazette

// The replaced functions of the language.
void* operator new(std::size_t size) { return gazette::allocate_or_throw(size); }
void* operator new[](std::size_t size) { return gazette::allocate_or_throw(size); }
void* operator new(std::size_t size, std::align_val_t alignment) { return gazette::allocate_or_throw(size, static_cast<std::size_t>(alignment)); }
void* operator new[](std::size_t size, std::align_val_t alignment) { return gazette::allocate_or_throw(size, static_cast<std::size_t>(alignment)); }
void* operator new(std::size_t size, const std::nothrow_t& /*tag*/) noexcept { return gazette::allocate(size); }
void* operator new[](std::size_t size, const std::nothrow_t& /*tag*/) noexcept { return gazette::allocate(size); }
void operator delete(void* block) noexcept { gazette::release(block); }
void operator delete[](void* block) noexcept { gazette::release(block); }
void operator delete(void* block, std::size_t /*size*/) noexcept { gazette::release(block); }
void operator delete[](void* block, std::size_t /*size*/) noexcept { gazette::release(block); }
void operator delete(void* block, std::align_val_t /*alignment*/) noexcept { gazette::release(block); }
void operator delete[](void* block, std::align_val_t /*alignment*/) noexcept { gazette::release(block); }
void operator delete(void* block, std::size_t /*size*/, std::align_val_t /*alignment*/) noexcept { gazette::release(block); }
void operator delete[](void* block, std::size_t /*size*/, std::align_val_t /*alignment*/) noexcept { gazette::release(block); }
void operator delete(void* block, const std::nothrow_t& /*tag*/) noexcept { gazette::release(block); }
void operator delete[](void* block, const std::nothrow_t& /*tag*/) noexcept { gazette::release(block); }
