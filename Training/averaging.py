"""The mean of a network's weights over the steps of its training."""
import torch


class Mean:
    """Adds weights up and puts their mean into the network."""

    def __init__(self, model):
        self.count = 0
        self.sums = {n: torch.zeros_like(p) for n, p in model.named_parameters() if p.requires_grad}

    @torch.no_grad()
    def add(self, model):
        """Takes the network's present weights into the mean."""
        self.count += 1
        for name, parameter in model.named_parameters():
            if name in self.sums:
                self.sums[name] += parameter

    @torch.no_grad()
    def apply(self, model):
        """Sets the network's weights to the mean of those that were added."""
        for name, parameter in model.named_parameters():
            if name in self.sums:
                parameter.copy_(self.sums[name] / max(self.count, 1))
