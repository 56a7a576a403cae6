#!/usr/bin/env bash
# The data set of a release, in release/: all files of /data/ with their data package, whose schemas are packed because
# a release has no folders; all of content/ as it was committed, the one file to deposit, what it was built with, and
# the sums of all.
set -euo pipefail
mkdir -p release
find dist/data -maxdepth 1 -type f ! -name '*.html' -exec cp {} release/ \;
tar --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner --create --file release/schemas.tar -C dist/data schemas
git archive --format=tar --output release/content.tar HEAD content
npm run --silent preserve -- --out release/offprint.tar
scripts/ci/write-sbom.sh release/sbom.cdx.json
node scripts/ci/sum-site.ts --out release --to release/SHA256SUMS
