#!/usr/bin/env bash
# The data set of a release, in release/: the papers, all of content/ as it was committed, and their sums.
set -euo pipefail
mkdir -p release
cp dist/data/papers.jsonl release/
git archive --format=tar --output release/content.tar HEAD content
node scripts/ci/sum-site.ts --out release --to release/SHA256SUMS
