import type { Diagnostic } from '../schemas/diagnostic.js';
import type { Doc, LayerName, Layers, ReadLayers } from '../schemas/document.js';
import type { Stage } from '../stages/stage.js';

/** Called after each stage; the batch logs with it, the bench measures with it. */
export type StageObserver = (stage: string) => void;

export interface PipelineResult<Has extends LayerName> {
  readonly doc: Doc<Has>;
  readonly diagnostics: readonly Diagnostic[];
}

/** A row of stages. A stage in the wrong place, or one that adds a layer twice, is a compile error. */
export interface Pipeline<Has extends LayerName> {
  /** Name and version of each stage, in order. */
  readonly stages: readonly { readonly name: string; readonly version: string }[];
  readonly add: <Needs extends Has, Adds extends Exclude<LayerName, Has>>(stage: Stage<Needs, Adds>) => Pipeline<Has | Adds>;
  readonly run: (doc: Doc<ReadLayers>, observe?: StageObserver) => PipelineResult<Has>;
}

/** The empty row: it hands a document on as the reader made it. */
export function pipeline(): Pipeline<ReadLayers> {
  return extend([], (doc) => ({ doc, diagnostics: [] }));
}

function extend<Has extends LayerName>(stages: Pipeline<Has>['stages'], run: Pipeline<Has>['run']): Pipeline<Has> {
  return {
    stages,
    run,
    add: <Needs extends Has, Adds extends Exclude<LayerName, Has>>(stage: Stage<Needs, Adds>) =>
      extend<Has | Adds>([...stages, { name: stage.name, version: stage.version }], (doc, observe) => {
        const before = run(doc, observe);
        // A document that has all of `Has` has all of `Needs`; the compiler cannot see that through the generic.
        const result = stage.run(before.doc);
        observe?.(stage.name);
        return { doc: withLayers(before.doc, result.layers), diagnostics: [...before.diagnostics, ...result.diagnostics] };
      }),
  };
}

function withLayers<Has extends LayerName, Adds extends LayerName>(doc: Doc<Has>, layers: Readonly<Pick<Layers, Adds>>): Doc<Has | Adds> {
  // Two picks of one record make the pick of both; the compiler does not join generic picks.
  return { ...doc, layers: { ...doc.layers, ...layers } as unknown as Readonly<Pick<Layers, Has | Adds>> };
}
