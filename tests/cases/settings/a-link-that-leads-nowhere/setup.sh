ln -s nowhere xclaim.yaml
