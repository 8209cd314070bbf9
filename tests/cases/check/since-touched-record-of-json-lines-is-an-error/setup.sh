command -v git >/dev/null || exit 77
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
sed 's/never closed/open/' new.jsonl >old.jsonl && mv new.jsonl now.jsonl && mv old.jsonl new.jsonl
git init -q -b main . && git add new.jsonl record rules.yaml &&
    git -c user.name=x -c user.email=x@example commit -qm first
mv now.jsonl new.jsonl
