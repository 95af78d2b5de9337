// A pause: everything whose time grows with the text makes one now and then, so that the caller can end it.
//
//   const Pause pause([&] { return watch.ended(); });
//   for (const Line& line : lines) pause(), read(line);      // throws Interrupted where the caller wants an end
#ifndef GAZETTE_TEXT_PAUSE_H
#define GAZETTE_TEXT_PAUSE_H

#include <cstdint>
#include <functional>
#include <utility>

namespace gazette::text {

/// What ends a reading. Nothing outside analyze() sees it.
struct Interrupted {};

class Pause {
 public:
  /// One that ends nothing.
  Pause() = default;
  explicit Pause(std::function<bool()> interrupted) : interrupted_(std::move(interrupted)) {}

  /// Asks the caller every so many times, since asking is dear beside a token; the first time at once.
  void operator()() const {
    if (count_++ % calls_a_question == 0 && interrupted_ && interrupted_()) throw Interrupted();
  }

 private:
  static constexpr std::uint32_t calls_a_question = 32;

  std::function<bool()> interrupted_;
  mutable std::uint32_t count_ = 0;
};

}  // namespace gazette::text

#endif
