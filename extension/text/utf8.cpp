#include "text/utf8.h"

#include <array>
#include <bit>
#include <cstring>

namespace gazette::text {
namespace {

constexpr bool is_continuation(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

// --- 64 bytes at a time, as eight words: bit i of a mask is byte i -----------------------------------------------------

using Eights = std::array<std::uint64_t, 8>;
constexpr std::uint64_t high_bits = 0x8080808080808080ULL;

// The bytes from `at` on; zeros behind the text.
Eights eights_at(std::string_view text, std::size_t at) {
  Eights bytes{};
  if (text.size() - at >= sizeof bytes) {
    std::memcpy(bytes.data(), text.data() + at, sizeof bytes);
  } else if (at < text.size()) {
    std::memcpy(bytes.data(), text.data() + at, text.size() - at);
  }
  return bytes;
}

std::uint64_t any_high(const Eights& bytes) {
  std::uint64_t any = 0;
  for (const std::uint64_t eight : bytes) any |= eight;
  return any & high_bits;
}

bool is_ascii(std::string_view text) {
  std::uint64_t any = 0;
  for (std::size_t at = 0; at < text.size(); at += sizeof(Eights)) any |= any_high(eights_at(text, at));
  return any == 0;
}

// The high bits of eight bytes, side by side.
constexpr std::uint64_t gather(std::uint64_t eight) { return (((eight & high_bits) >> 7U) * 0x0102040810204080ULL) >> 56U; }

struct Masks {
  std::uint64_t high = 0;  // 0x80 and more
  std::uint64_t lead = 0;  // 0xC0 and more
};
Masks masks_of(const Eights& bytes) {
  Masks masks;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    masks.high |= gather(bytes[i]) << (8 * i);
    masks.lead |= gather(bytes[i] & (bytes[i] << 1U)) << (8 * i);
  }
  return masks;
}

}  // namespace

Decoded decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t offset) { return static_cast<unsigned char>(text[at + offset]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1, true};
  std::uint8_t length = 0;
  char32_t code = 0;
  char32_t least = 0;
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2, code = lead & 0x1FU, least = 0x80;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3, code = lead & 0x0FU, least = 0x800;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4, code = lead & 0x07U, least = 0x10000;
  } else {
    return {lead, 1, false};
  }
  if (at + length > text.size()) return {lead, 1, false};
  for (std::uint8_t i = 1; i < length; ++i) {
    if (!is_continuation(byte(i))) return {lead, 1, false};
    code = (code << 6U) | (byte(i) & 0x3FU);
  }
  if (code < least || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return {lead, 1, false};
  return {code, length, true};
}

void append(std::string& out, char32_t code) {
  const auto put = [&](char32_t bits) { out.push_back(static_cast<char>(static_cast<unsigned char>(bits))); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0U | (code >> 6U)), put(0x80U | (code & 0x3FU));
  } else if (code < 0x10000) {
    put(0xE0U | (code >> 12U)), put(0x80U | ((code >> 6U) & 0x3FU)), put(0x80U | (code & 0x3FU));
  } else {
    put(0xF0U | (code >> 18U)), put(0x80U | ((code >> 12U) & 0x3FU));
    put(0x80U | ((code >> 6U) & 0x3FU)), put(0x80U | (code & 0x3FU));
  }
}

std::string valid(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const Decoded next = decode(bytes, at);
    if (next.valid && next.code != 0) {
      out.append(bytes.substr(at, next.length));
    } else {
      append(out, 0xFFFD);
    }
    at += next.length;
  }
  return out;
}

CharacterIndex::CharacterIndex(std::string_view text, StrayBytes stray) {
  if (is_ascii(text)) return;
  pieces_.resize(text.size() / 64 + 1);
  std::uint32_t before = 0;
  std::uint64_t inside = 0;  // 1 behind a byte whose continuation bytes belong to it
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    const Eights bytes = eights_at(text, i * 64);
    std::uint64_t starts = ~std::uint64_t{0};
    if (any_high(bytes) == 0) {
      inside = 0;
    } else {
      const auto [high, lead] = masks_of(bytes);
      const std::uint64_t continuation = high & ~lead;
      std::uint64_t attached = 0;
      if (stray == StrayBytes::together) {
        attached = continuation & ((high << 1U) | inside);
      } else {
        // A carry runs from the first continuation byte behind a lead byte through all that follow it.
        const std::uint64_t first = continuation & ((lead << 1U) | inside);
        attached = continuation & ~(continuation + first);
      }
      starts = ~attached;
      inside = ((stray == StrayBytes::together ? high : lead | attached) >> 63U);
    }
    pieces_[i] = {starts, before};
    before += ~starts == 0 ? 64 : static_cast<std::uint32_t>(std::popcount(starts));
  }
}

}  // namespace gazette::text
