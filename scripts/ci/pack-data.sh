#!/usr/bin/env bash
# The data set of a release, in release/: the papers, all of content/ as it was committed, the one file to deposit,
# what it was built with, and the sums of all.
set -euo pipefail
mkdir -p release
gunzip --stdout dist/data/papers.jsonl.gz > release/papers.jsonl
git archive --format=tar --output release/content.tar HEAD content
npm run --silent preserve -- --out release/offprint.tar
scripts/ci/write-sbom.sh release/sbom.cdx.json
node scripts/ci/sum-site.ts --out release --to release/SHA256SUMS
