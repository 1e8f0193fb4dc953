"""Writes the weights in the runtime's form: 8-bit matrices with a scale a row, in one safetensors file (FORMAT.md)."""
import json
import os

import torch
from safetensors.torch import save_file

from shapes import NAMES
from wordpieces import MOST_PIECES


def quantised(weight):
    """Signed 8-bit rows and their scales: weight = integers × scale."""
    scale = (weight.abs().amax(1) / 127).clamp(min=1e-12)
    return (weight / scale[:, None]).round().clamp(-127, 127).to(torch.int8), scale


def tensors(model):
    out = {}

    def linear(name, weight, bias):
        out[name + ".weight"], out[name + ".scale"] = quantised(weight)
        out[name + ".bias"] = bias

    def module(name, m):
        linear(name, m.weight.detach().float(), m.bias.detach().float())

    def norm(name, m):
        out[name + ".gain"], out[name + ".bias"] = m.weight.detach().float(), m.bias.detach().float()

    out["embedding.word.weight"], out["embedding.word.scale"] = quantised(model.word.weight.detach().float())
    out["embedding.position"] = model.position.weight.detach().float()
    out["embedding.piece_shape"] = model.piece_shape.weight.detach().float()
    out["embedding.word_shape"] = model.word_shape.weight.detach().float()
    norm("embedding.norm", model.norm)
    for i, layer in enumerate(model.layers):
        for name in ("qkv", "output", "up", "down"):
            module(f"layer.{i}.{name}", getattr(layer, name))
        norm(f"layer.{i}.norm1", layer.norm1)
        norm(f"layer.{i}.norm2", layer.norm2)
    for group, mix in model.mix.items():
        out[f"mix.{group}"] = mix.detach().float().softmax(0)
    for name in ("tag", "tags", "name", "names", "parse", "relation", "relation_sum"):
        module(name, getattr(model, name))
    arc = model.arc
    linear("arc", arc.weight.detach().float(), (arc.bias + model.arc_bias).detach().float())
    return {k: v.contiguous() for k, v in out.items()}


def save(model, lists, vocabulary, path):
    configuration = {"format": 1, "layers": len(model.layers), "hidden": 384, "heads": 12, "feedForward": 1536,
                     "arc": 256, "relation": model.relation.weight.shape[1], "tag": 256, "name": 256,
                     "normEpsilon": 1e-12, "mostPiecesOfWord": MOST_PIECES, "shapes": NAMES, **lists}
    out = tensors(model)
    out["vocabulary"] = torch.frombuffer(bytearray("\n".join(vocabulary).encode()), dtype=torch.uint8).clone()
    temporary = f"{path}.part"
    save_file(out, temporary, metadata={"configuration": json.dumps(configuration, ensure_ascii=False)})
    os.replace(temporary, path)
