// What each layer of the engine costs, over the articles of fixtures/: where the time of fts5-ratio goes.
//
//   layers [--benchmark_filter=cascade]
//
// A round reads every article once; "items" are sentences, so items_per_second is sentences a second. The layers below
// the one that is measured are run beforehand, as facts/document.cpp and facts/analysis.cpp run them.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "cascade/grammar.h"
#include "facts/actors.h"
#include "facts/casualties.h"
#include "facts/dates.h"
#include "facts/document.h"
#include "facts/events.h"
#include "facts/places.h"
#include "facts/quotes.h"
#include "gazette.h"
#include "text/layout.h"
#include "text/quotations.h"
#include "text/sentences.h"
#include "text/utf8.h"

namespace {

using namespace gazette;  // NOLINT(google-build-using-namespace): a program of one file
using cascade::StageId;

const cascade::Grammar& grammar() { return *cascade::Grammar::built_in(); }

/// An article and everything that is known of it.
struct Sample {
  std::string text;
  facts::Document document;
  facts::Cast cast;
  std::vector<facts::FoundDate> dates;
  facts::FoundPlaces places;
  std::vector<facts::FoundQuote> quotes;

  explicit Sample(std::string article)
      : text(std::move(article)),
        document(facts::read(text, grammar(), {})),
        cast(facts::find_actors(document)),
        dates(facts::find_dates(document, {})),
        places(facts::find_places(document, cast)),
        quotes(facts::find_quotes(document, cast)) {}
};

const std::vector<std::unique_ptr<Sample>>& samples() {
  static const std::vector<std::unique_ptr<Sample>> all = [] {
    std::vector<std::filesystem::path> paths;
    for (const auto& file : std::filesystem::directory_iterator(GAZETTE_SOURCE "/fixtures/articles")) {
      if (file.path().extension() == ".txt") paths.push_back(file.path());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<std::unique_ptr<Sample>> made;
    for (const auto& path : paths) {
      std::stringstream article;
      article << std::ifstream(path, std::ios::binary).rdbuf();
      made.push_back(std::make_unique<Sample>(article.str()));
    }
    return made;
  }();
  return all;
}

template <typename Work>
void measure(benchmark::State& state, Work work) {
  std::int64_t sentences = 0;
  std::int64_t bytes = 0;
  for (const auto& sample : samples()) {
    sentences += static_cast<std::int64_t>(sample->document.sentences.size());
    bytes += static_cast<std::int64_t>(sample->text.size());
  }
  for (auto _ : state) {
    for (const auto& sample : samples()) work(*sample);
  }
  state.SetItemsProcessed(state.iterations() * sentences);
  state.SetBytesProcessed(state.iterations() * bytes);
}

void text_layer(benchmark::State& state) {
  measure(state, [](const Sample& sample) {
    std::vector<text::Token> tokens;
    std::vector<text::Quotation> quotations;
    std::vector<text::Sentence> sentences;
    const std::vector<text::Block> blocks = text::lay_out(sample.text, grammar().lexicon(), tokens);
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
      text::pair_marks(sample.text, tokens, blocks[i].first, blocks[i].end, quotations);
      text::split_sentences(sample.text, tokens, blocks[i], i, grammar().lexicon(), sentences);
    }
    benchmark::DoNotOptimize(sentences.data());
  });
}

void characters(benchmark::State& state) {
  measure(state, [](const Sample& sample) { benchmark::DoNotOptimize(text::CharacterIndex(sample.text).character(sample.text.size())); });
}

void lexicon_layer(benchmark::State& state) {
  std::vector<cascade::Element> words;
  lexicon::Lexicon::Buffer buffer;
  measure(state, [&](const Sample& sample) {
    for (const text::Sentence& sentence : sample.document.sentences) {
      words.clear();
      grammar().lexicon().look_up(sample.text, sample.document.tokens, sentence.first, sentence.end, lexicon::Lexicon::Capitals::of_names, words, buffer);
      benchmark::DoNotOptimize(words.data());
    }
  });
}

// Names, dates, numbers and groups, one after the other over one tape.
void cascade_rewriting(benchmark::State& state) {
  cascade::Scratch scratch;
  std::vector<cascade::Element> tape;
  std::vector<cascade::Phrase> phrases;
  measure(state, [&](const Sample& sample) {
    for (std::size_t sentence = 0; sentence < sample.document.sentences.size(); ++sentence) {
      const cascade::Tape words = sample.document.words[sentence];
      tape.assign(words.begin(), words.end());
      phrases.clear();
      cascade::CapturePool pool;
      for (const StageId id : {StageId::names, StageId::dates, StageId::numbers, StageId::groups}) grammar().stage(id).rewrite(tape, phrases, pool, scratch);
      benchmark::DoNotOptimize(tape.data());
    }
  });
}

// One stage that finds facts, over the tapes that it gets.
void cascade_finding(benchmark::State& state, StageId id, const char* key) {
  cascade::Scratch scratch;
  const cascade::Stage& stage = grammar().stage(id);
  measure(state, [&](const Sample& sample) {
    for (std::size_t sentence = 0; sentence < sample.document.sentences.size(); ++sentence) {
      stage.find(sample.document.tapes[sentence], stage.capture_or_none(key), scratch);
      benchmark::DoNotOptimize(scratch.matches.data());
    }
  });
}

void document(benchmark::State& state) {
  measure(state, [](const Sample& sample) { benchmark::DoNotOptimize(facts::read(sample.text, grammar(), {}).sentences.data()); });
}

void facts_actors(benchmark::State& state) {
  measure(state, [](const Sample& sample) { benchmark::DoNotOptimize(facts::find_actors(sample.document).actors.data()); });
}
void facts_dates(benchmark::State& state) {
  measure(state, [](const Sample& sample) { benchmark::DoNotOptimize(facts::find_dates(sample.document, {}).data()); });
}
void facts_places(benchmark::State& state) {
  measure(state, [](const Sample& sample) { benchmark::DoNotOptimize(facts::find_places(sample.document, sample.cast).rows.data()); });
}
void facts_quotes(benchmark::State& state) {
  measure(state, [](const Sample& sample) { benchmark::DoNotOptimize(facts::find_quotes(sample.document, sample.cast).data()); });
}
void facts_casualties(benchmark::State& state) {
  measure(state, [](const Sample& sample) {
    benchmark::DoNotOptimize(facts::find_casualties(sample.document, sample.cast, sample.quotes, sample.dates, sample.places).data());
  });
}
void facts_events(benchmark::State& state) {
  measure(state, [](const Sample& sample) {
    benchmark::DoNotOptimize(facts::find_events(sample.document, sample.cast, sample.quotes, sample.dates, sample.places).data());
  });
}

void whole_article(benchmark::State& state) {
  measure(state, [](const Sample& sample) { benchmark::DoNotOptimize(analyze(sample.text).sentences.data()); });
}
void json(benchmark::State& state) {
  measure(state, [](const Sample& sample) { benchmark::DoNotOptimize(to_json(analyze(sample.text)).data()); });
}
void html(benchmark::State& state) {
  measure(state, [](const Sample& sample) { benchmark::DoNotOptimize(to_html(analyze(sample.text)).data()); });
}

BENCHMARK(characters);
BENCHMARK(text_layer);
BENCHMARK(lexicon_layer);
BENCHMARK(cascade_rewriting);
BENCHMARK_CAPTURE(cascade_finding, actors, StageId::actors, "head");
BENCHMARK_CAPTURE(cascade_finding, quotes, StageId::quotes, "cue");
BENCHMARK_CAPTURE(cascade_finding, casualties, StageId::casualties, "harm");
BENCHMARK_CAPTURE(cascade_finding, events, StageId::events, "verb");
BENCHMARK(document);
BENCHMARK(facts_actors);
BENCHMARK(facts_dates);
BENCHMARK(facts_places);
BENCHMARK(facts_quotes);
BENCHMARK(facts_casualties);
BENCHMARK(facts_events);
BENCHMARK(whole_article);
BENCHMARK(json);
BENCHMARK(html);

}  // namespace

BENCHMARK_MAIN();
