"""Makes a network of a weights file (FORMAT.md), as the runtime reads it, for its scores."""
import json

import torch
from safetensors import safe_open

from model import Analyser

LISTS = ("upos", "xpos", "edits", "relations", "names")


def read(path):
    """The tensors of a weights file and the text of its configuration."""
    with safe_open(str(path), "pt") as file:
        return {key: file.get_tensor(key) for key in file.keys()}, file.metadata()["configuration"]


def network(tensors, configuration):
    """The network and its lists of labels."""
    configuration = json.loads(configuration)
    lists = {key: configuration[key] for key in LISTS}
    model = Analyser({k: len(v) for k, v in lists.items()}, configuration["layers"], len(configuration["shapes"]))
    matrix = lambda name: tensors[name + ".weight"].float() * tensors[name + ".scale"][:, None]

    def linear(module, name):
        module.weight.copy_(matrix(name))
        module.bias.copy_(tensors[name + ".bias"])

    def norm(module, name):
        module.weight.copy_(tensors[name + ".gain"])
        module.bias.copy_(tensors[name + ".bias"])

    with torch.no_grad():
        model.word.weight.copy_(matrix("embedding.word"))
        for name in ("position", "piece_shape", "word_shape"):
            getattr(model, name).weight.copy_(tensors["embedding." + name])
        norm(model.norm, "embedding.norm")
        for i, layer in enumerate(model.layers):
            for name in ("qkv", "output", "up", "down"):
                linear(getattr(layer, name), f"layer.{i}.{name}")
            norm(layer.norm1, f"layer.{i}.norm1")
            norm(layer.norm2, f"layer.{i}.norm2")
        for group, mix in model.mix.items():
            mix.copy_(tensors["mix." + group].log())
        for name in ("tag", "tags", "name", "names", "parse", "relation", "relation_sum", "arc"):
            linear(getattr(model, name), name)
        model.arc_bias.zero_()
    return model, lists
