/** How large the picture is as a codebook with a map of labels, as files. */
import * as v from 'valibot';
import { reduceOptionsSchema } from '../options';

export const storageQuestionSchema = v.object({
  kind: v.literal('storage'),
  /** Of the picture at rest. */
  options: reduceOptionsSchema,
});

export interface StorageAnswer {
  /** Sizes of the two files of the codebook format, in bytes. */
  labelsByteLength: number;
  codebookByteLength: number;
}
