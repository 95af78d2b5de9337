#include "text/utf8.h"

#include <bit>

namespace gazette::text {
namespace {

constexpr bool is_continuation(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

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
  bool ascii = true;
  for (const char c : text) ascii &= static_cast<unsigned char>(c) < 0x80;
  if (ascii) return;
  starts_.assign((text.size() + 63) / 64 + 1, 0);
  before_.assign(starts_.size(), 0);
  bool inside = false;  // behind a lead byte, whose continuation bytes belong to it
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (is_continuation(byte) && inside) continue;
    inside = byte >= (stray == StrayBytes::together ? 0x80 : 0xC0);
    starts_[i / 64] |= std::uint64_t{1} << (i % 64);
  }
  std::uint32_t count = 0;
  for (std::size_t word = 0; word < starts_.size(); ++word) {
    before_[word] = count;
    count += static_cast<std::uint32_t>(std::popcount(starts_[word]));
  }
}

std::size_t CharacterIndex::character(std::size_t byte) const {
  if (starts_.empty()) return byte;
  const std::uint64_t below = (std::uint64_t{1} << (byte % 64)) - 1;
  return before_[byte / 64] + static_cast<std::size_t>(std::popcount(starts_[byte / 64] & below));
}

}  // namespace gazette::text
