#include "facts/quotes_confidence.h"

#include <array>

namespace gazette::facts {
namespace {

// A reported clause's confidence, without quoted words in it, by how strong its cue is: below 0.3, below 0.9, and from
// there on ("say", "tell").
struct Figures {
  double weak;
  double middling;
  double strong;
  double mixed;  // with quoted words, whatever the cue
};

constexpr std::array<Figures, frame_count> figures{{
    {0.50, 0.50, 0.50, 0.50},  // none
    {0.75, 0.78, 0.85, 0.93},  // trailing
    {0.60, 0.60, 0.60, 0.84},  // inverted
    {0.60, 0.80, 0.80, 0.90},  // leading; weak: “Paz: Fans turn on team”
    {0.65, 0.91, 0.97, 0.98},  // clause
    {0.45, 0.74, 0.94, 0.95},  // bare
    {0.65, 0.82, 0.86, 0.87},  // question
    {0.70, 0.80, 0.80, 0.93},  // infinitive
    {0.75, 0.88, 0.90, 0.95},  // request
    {0.75, 0.86, 0.90, 0.97},  // matter
    {0.78, 0.82, 0.85, 0.90},  // description
    {0.65, 0.78, 0.80, 0.85},  // gerund
    {0.80, 0.85, 0.90, 0.95},  // fragment
    {0.45, 0.75, 0.93, 0.97},  // fronted
    {0.45, 0.55, 0.85, 0.85},  // fronted_inverted
    {0.89, 0.89, 0.89, 0.78},  // according
    {0.80, 0.84, 0.84, 0.85},  // noun_clause
    {0.78, 0.80, 0.80, 0.90},  // noun_infinitive
    {0.85, 0.89, 0.90, 0.90},  // adjective
    {0.75, 0.82, 0.85, 0.95},  // relative
    {0.80, 0.81, 0.81, 0.95},  // topic
    {0.75, 0.75, 0.75, 0.90},  // raised
    {0.80, 0.85, 0.85, 0.90},  // noun_topic
}};

}  // namespace

double confidence_of(Frame frame, QuoteKind kind, float strength) {
  constexpr float weak = 0.3F;
  constexpr float strong = 0.9F;
  const Figures& of = figures.at(static_cast<std::size_t>(frame));
  switch (kind) {
    case QuoteKind::direct: return frame == Frame::leading && strength < 0.6F ? 0.92 : 0.99;
    case QuoteKind::fragment: return strength < 0.5F ? 0.93 : 0.97;
    case QuoteKind::mixed: return of.mixed;
    case QuoteKind::indirect: break;
  }
  if (strength < weak) return of.weak;
  return strength < strong ? of.middling : of.strong;
}

}  // namespace gazette::facts
