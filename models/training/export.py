"""The trained reader as ONNX with half-precision weights, and its record."""
import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from features import WIDTH
from kinds import KINDS
from net import Reader
from scenes import CONCEPTS
from shards import Shard

OUT = Path(__file__).parent.parent / 'builtin' / 'reader'


def halve(model):
    """Weights stored as float16 and widened when the session loads: half the file, the same arithmetic."""
    kept, widened = [], []
    for weight in model.graph.initializer:
        values = numpy_helper.to_array(weight)
        if weight.data_type != TensorProto.FLOAT or values.size < 256:
            kept.append(weight)
            continue
        kept.append(numpy_helper.from_array(values.astype(np.float16), weight.name + '_half'))
        widened.append(helper.make_node('Cast', [weight.name + '_half'], [weight.name], to=TensorProto.FLOAT))
    del model.graph.initializer[:]
    model.graph.initializer.extend(kept)
    nodes = [*widened, *model.graph.node]
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    return model


def write_onnx(net, path):
    net.eval()
    strokes, words = torch.randn(1, 7, WIDTH), torch.zeros(1, len(CONCEPTS) + 1)
    torch.onnx.export(
        net, (strokes, words), str(path), opset_version=15, input_names=['strokes', 'words'], output_names=['kinds', 'same'],
        dynamic_axes={'strokes': {1: 'n'}, 'kinds': {1: 'n'}, 'same': {1: 'n', 2: 'n'}},
    )
    onnx.save(halve(onnx.load(str(path))), str(path))


def export(work, out=OUT):
    from train import judge

    saved = torch.load(Path(work) / 'checkpoint.pt')
    net = Reader()
    net.load_state_dict(saved['mean'])
    check = Shard(np.load(Path(work) / 'held-out.npz'))
    with_words, without = judge(net, check), judge(net, check, False)
    Path(out).mkdir(parents=True, exist_ok=True)
    path = Path(out) / 'reader.onnx'
    write_onnx(net, path)
    record = saved['record']
    sheet = {
        'sha256': hashlib.sha256(path.read_bytes()).hexdigest(), 'bytes': path.stat().st_size,
        'parameters': sum(p.numel() for p in net.parameters()), 'inputs': {'strokes': WIDTH, 'words': len(CONCEPTS) + 1},
        'kinds': len(KINDS), 'torch': torch.__version__, **{name: record[name] for name in ('seed', 'steps', 'drawings')},
        'seconds': round(record['seconds']), 'heldOut': {'drawings': len(check), **with_words}, 'heldOutWithoutWords': without['accuracy'],
        'curve': record['curve'],
    }
    (Path(out) / 'reader.json').write_text(json.dumps(sheet, indent=1) + '\n')
    print(json.dumps({name: sheet[name] for name in ('sha256', 'bytes', 'parameters', 'drawings')}), with_words['accuracy'], without['accuracy'], with_words['pairF1'])


if __name__ == '__main__':
    export(Path(__file__).parent / 'work')
