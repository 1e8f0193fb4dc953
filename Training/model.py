"""The analyser's network; FORMAT.md states the same forward pass for the runtime."""
import math

import torch
import torch.nn.functional as F
from torch import nn

HIDDEN, HEADS, FEED_FORWARD = 384, 12, 1536
TAG, NAME, ARC, RELATION = 256, 256, 256, 96
GROUPS = ("tag", "name", "parse")


class Layer(nn.Module):
    def __init__(self, dropout):
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.output = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, FEED_FORWARD)
        self.down = nn.Linear(FEED_FORWARD, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, mask):
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(-1, -2) / math.sqrt(HIDDEN // HEADS) + mask
        mixed = (scores.softmax(-1).to(v.dtype) @ v).transpose(1, 2).reshape(batch, length, HIDDEN)
        x = self.norm1(x + self.dropout(self.output(mixed)))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x), approximate="tanh"))))


class Analyser(nn.Module):
    def __init__(self, sizes, layers, shapes, dropout=0.1, head_dropout=0.25):
        super().__init__()
        self.word = nn.Embedding(30522, HIDDEN)
        self.position = nn.Embedding(512, HIDDEN)   # the type embedding is added into it
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.piece_shape = nn.Embedding(shapes, HIDDEN)
        self.word_shape = nn.Embedding(shapes, HIDDEN)
        self.layers = nn.ModuleList([Layer(dropout) for _ in range(layers)])
        self.mix = nn.ParameterDict({g: nn.Parameter(torch.zeros(layers + 1)) for g in GROUPS})
        self.tag = nn.Linear(HIDDEN, TAG)
        self.tags = nn.Linear(TAG, sizes["upos"] + sizes["xpos"] + sizes["edits"])
        self.name = nn.Linear(HIDDEN, NAME)
        self.names = nn.Linear(NAME, sizes["names"])
        self.parse = nn.Linear(HIDDEN, 2 * ARC + 2 * RELATION)  # arc dependent, arc head, relation dependent, head
        self.arc = nn.Linear(ARC, ARC)
        self.arc_bias = nn.Parameter(torch.zeros(ARC))
        self.relation = nn.Linear(RELATION, sizes["relations"] * RELATION)
        self.relation_sum = nn.Linear(2 * RELATION, sizes["relations"])
        self.sizes = sizes
        self.dropout, self.head_dropout = nn.Dropout(dropout), nn.Dropout(head_dropout)
        for shape in (self.piece_shape, self.word_shape):
            nn.init.normal_(shape.weight, std=0.02)
        nn.init.zeros_(self.relation.weight)
        for frozen in (self.word, self.position):
            frozen.weight.requires_grad = False

    def encode(self, pieces, shapes, mask):
        length = pieces.shape[1]
        x = self.norm(self.word(pieces) + self.position.weight[:length]) + self.piece_shape(shapes)
        x = self.dropout(x)
        bias = (1.0 - mask[:, None, None, :].float()) * -1e4
        states = [x]
        for layer in self.layers:
            x = layer(x, bias)
            states.append(x)
        return states

    def words(self, group, states, first, count, shapes):
        """Word vectors: the mean over a word's pieces of the mixed layers, and the word's shape."""
        weights = self.mix[group].softmax(0)
        mixed = sum(w * s.float() for w, s in zip(weights, states))
        sums = torch.cat([torch.zeros_like(mixed[:, :1]), mixed.cumsum(1)], 1)
        ends = (first + count).clamp(max=mixed.shape[1])
        index = lambda at: at[:, :, None].expand(-1, -1, HIDDEN)
        means = (sums.gather(1, index(ends)) - sums.gather(1, index(first))) / count[:, :, None].clamp(min=1)
        return means + self.word_shape(shapes)

    def forward(self, batch):
        states = self.encode(batch["pieces"], batch["piece_shapes"], batch["piece_mask"])
        word = {g: self.head_dropout(self.words(g, states, batch["first"], batch["count"], batch["word_shapes"]))
                for g in GROUPS}
        gelu = lambda x: F.gelu(x, approximate="tanh")
        out = {"tags": self.tags(self.head_dropout(gelu(self.tag(word["tag"])))),
               "names": self.names(self.head_dropout(gelu(self.name(word["name"]))))}
        parse = self.head_dropout(gelu(self.parse(word["parse"])))
        dependent, head, out["relation_dependent"], out["relation_head"] = parse.split([ARC, ARC, RELATION, RELATION], -1)
        out["arcs"] = (self.arc(dependent) + self.arc_bias) @ head.transpose(1, 2)   # [batch, dependent, head]
        return out

    def relations(self, dependent, head):
        """Scores of the relations between pairs of relation vectors [n, RELATION]."""
        bilinear = self.relation(dependent).view(-1, self.sizes["relations"], RELATION)
        return (bilinear * head[:, None, :]).sum(-1) + self.relation_sum(torch.cat([dependent, head], -1))
