import { z } from 'zod';
import { InstantSchema } from './common';
import { worded } from './wording';

/** @public */
export const DiagnosticSchema = z.object({
  id: z.string(),
  label: z.string(),
  status: z.enum(['ok', 'warning', 'problem', 'unknown']),
  detail: z.string(),
  fix: z.string().optional().describe('What to do when it is not ok'),
  at: InstantSchema.optional().describe('When it was last seen'),
  wording: worded('label', 'detail', 'fix').partial({ fix: true }),
});

/** A health check of something that the metrics depend on. @public */
export type Diagnostic = z.infer<typeof DiagnosticSchema>;

/** @public */
export const DiagnosticsSchema = z.object({
  computedAt: InstantSchema,
  checks: z.array(DiagnosticSchema),
});

/** @public */
export type Diagnostics = z.infer<typeof DiagnosticsSchema>;
