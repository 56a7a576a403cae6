#!/usr/bin/env bash
# Attach what is in release/ to the release that TAG names.
set -euo pipefail
gh release upload "$TAG" release/* --clobber
