"""The loss of the analyser's network against labels, its optimiser and the loop of a training run."""
import math
import random
import time

import torch
import torch.nn.functional as F
from safetensors.torch import load_file

import batches

TAGS = ("upos", "xpos", "edits")


def device():
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def load_encoder(model, folder):
    """MiniLM's lower layers; its type embedding is added to the positions."""
    w = load_file(folder / "model.safetensors")
    w = {k.removeprefix("bert."): v for k, v in w.items()}
    with torch.no_grad():
        model.word.weight.copy_(w["embeddings.word_embeddings.weight"])
        model.position.weight.copy_(w["embeddings.position_embeddings.weight"]
                                    + w["embeddings.token_type_embeddings.weight"][0])
        copy = lambda ours, name: (ours.weight.copy_(w[name + ".weight"]), ours.bias.copy_(w[name + ".bias"]))
        copy(model.norm, "embeddings.LayerNorm")
        for i, layer in enumerate(model.layers):
            at = f"encoder.layer.{i}."
            parts = [at + f"attention.self.{x}" for x in ("query", "key", "value")]
            layer.qkv.weight.copy_(torch.cat([w[p + ".weight"] for p in parts]))
            layer.qkv.bias.copy_(torch.cat([w[p + ".bias"] for p in parts]))
            copy(layer.output, at + "attention.output.dense")
            copy(layer.norm1, at + "attention.output.LayerNorm")
            copy(layer.up, at + "intermediate.dense")
            copy(layer.down, at + "output.dense")
            copy(layer.norm2, at + "output.LayerNorm")


def arcs(out, batch):
    """The scores of all words as heads, [batch, dependent, head]."""
    return out["arcs"].float().masked_fill(~batch["word_mask"][:, None, :], -1e4)


def tags(model, out):
    """The scores of each kind of tag, [batch, word, tag]."""
    return dict(zip(TAGS, out["tags"].float().split([model.sizes[k] for k in TAGS], -1)))


def loss_of(model, out, batch):
    """The loss of what the model makes of a batch against the batch's labels, and its parts."""
    losses = {}

    def cross_entropy(name, scores, gold, weight):
        if (gold != batches.IGNORE).any():
            losses[name] = weight * F.cross_entropy(scores.flatten(0, -2), gold.flatten(), ignore_index=batches.IGNORE,
                                                    label_smoothing=0.02)
    found = tags(model, out)
    cross_entropy("upos", found["upos"], batch["upos"], 0.4)
    cross_entropy("xpos", found["xpos"], batch["xpos"], 0.6)
    cross_entropy("edits", found["edits"], batch["edits"], 0.4)
    cross_entropy("arcs", arcs(out, batch), batch["head"], 1.0)
    rows, at = (batch["head"] != batches.IGNORE).nonzero(as_tuple=True)
    if len(rows):
        scores = model.relations(out["relation_dependent"][rows, at], out["relation_head"][rows, batch["head"][rows, at]])
        losses["relations"] = F.cross_entropy(scores.float(), batch["relation"][rows, at], ignore_index=batches.IGNORE,
                                              label_smoothing=0.02)
    allowed = batch["allowed"]
    weight = allowed.max(-1).values
    if weight.sum() > 0:
        log = out["names"].float().log_softmax(-1)
        known = log.masked_fill(allowed == 0, -1e4).logsumexp(-1)
        losses["names"] = -1.5 * (known * weight).sum() / weight.sum()
    return sum(losses.values()), losses


def parameter_groups(model):
    encoder, norms, heads, biaffine = [], [], [], []
    for name, p in model.named_parameters():
        if not p.requires_grad:
            continue
        if "norm" in name or "shape" in name or name.startswith("mix"):
            norms.append(p)
        elif name.startswith("layers"):
            encoder.append(p)
        elif name.startswith(("tag", "name")):
            heads.append(p)
        else:
            biaffine.append(p)
    return [{"params": encoder, "lr": 1.5e-4, "weight_decay": 0.01}, {"params": norms, "lr": 5e-4, "weight_decay": 0.0},
            {"params": heads, "lr": 1e-3, "weight_decay": 0.01}, {"params": biaffine, "lr": 8e-4, "weight_decay": 0.01}]


def shuffled(variants, kinds, epochs, seed):
    """Epoch by epoch the shuffled numbers (variant, kind, batch), the variants in turn."""
    dice = random.Random(seed)
    for number in range(epochs):
        variant = (number + seed) % len(variants)
        rows = [(variant, kind, i) for kind in kinds for i in range(len(variants[variant][kind]))]
        dice.shuffle(rows)
        yield rows


def fit(model, epochs, rate, loss):
    """Trains on epochs of items; `loss` gives an item's loss and its parts. A batch without a finite gradient is left out."""
    optimizer = torch.optim.AdamW(parameter_groups(model), betas=(0.9, 0.98), fused=device().type == "cuda")
    rates = [rate * group["lr"] for group in optimizer.param_groups]
    total, step, started = sum(map(len, epochs)), 0, time.time()
    model.train()
    for number, epoch in enumerate(epochs):
        for item in epoch:
            step += 1
            factor = min(1.0, step / 80) * min(1.0, max(0.0, (total - step) / (0.75 * total)))
            for group, own in zip(optimizer.param_groups, rates):
                group["lr"] = own * factor
            whole, parts = loss(model, item)
            optimizer.zero_grad(set_to_none=True)
            whole.backward()
            norm = torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            if not math.isfinite(norm):
                continue
            optimizer.step()
            if step in (1, 10, 50) or step % 200 == 0:
                print(f"step {step}/{total} {time.time() - started:.0f}s norm {norm:.2f} "
                      + " ".join(f"{k} {v.item():.3f}" for k, v in parts.items()), flush=True)
        print(f"epoch {number + 1}/{len(epochs)}: {time.time() - started:.0f}s", flush=True)
    model.eval()
