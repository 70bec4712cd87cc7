import type {
  Annotation,
  SeriesPoint,
} from 'backstage-plugin-adoption-metrics-common';

/** An annotation on the axis of a history. */
export interface PlacedAnnotation {
  annotation: Annotation;
  /** Stands for it in the chart, and before its text. */
  number: number;
  /** Identifies the period in which its day lies. */
  from: string;
}

/** Those whose day lies in a period of the history, in the order of the days. */
export function placeAnnotations(
  annotations: Annotation[],
  points: SeriesPoint[],
): PlacedAnnotation[] {
  return annotations
    .flatMap(annotation => {
      const { day } = annotation;
      const period = points.find(({ from, to }) => from <= day && day < to);
      return period ? [{ annotation, from: period.from }] : [];
    })
    .map((each, index) => ({ ...each, number: index + 1 }));
}
