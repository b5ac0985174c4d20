import { applyProfile } from './apply-profile';
import { applyCorrections } from './corrections/apply';
import type { Correction } from './corrections/correction';
import { detectLayout } from './detect';
import type { WorkbookGrid } from './grid';
import type { DetectionContext, Layout } from './layout';
import { makeProfile } from './make-profile';
import type { Profile } from './profile-shape';

/** A workbook as it is understood, and the profile that makes next month's copy be understood the same way. */
export interface Recognised {
  readonly layout: Layout;
  readonly profile: Profile;
}

/**
 * Recognises a workbook, by its profile when there is one, and applies what the user corrected: `corrections`,
 * or else those of the profile. The profile that comes back remembers what was recognised and the corrections
 * apart, so that each can be taken back, next month too.
 */
export function recogniseLayout(
  workbook: WorkbookGrid,
  context: DetectionContext,
  profile: Profile | null,
  corrections: readonly Correction[] = profile?.corrections ?? [],
): Recognised {
  const seen = see(workbook, context, profile);
  return {
    layout: applyCorrections(seen, workbook, context, corrections),
    profile: {
      ...makeProfile(seen, workbook),
      ...(corrections.length === 0 ? {} : { corrections: [...corrections] }),
    },
  };
}

/**
 * The layout of a workbook as `recogniseLayout` understands it, for who needs no profile of it.
 * @example knownLayout(workbook, context, null).slots.length // 108
 */
export const knownLayout = (
  workbook: WorkbookGrid,
  context: DetectionContext,
  profile: Profile | null,
  corrections: readonly Correction[] = profile?.corrections ?? [],
): Layout => applyCorrections(see(workbook, context, profile), workbook, context, corrections);

/** What the profile or else detection makes of a workbook, before corrections. */
const see = (workbook: WorkbookGrid, context: DetectionContext, profile: Profile | null): Layout =>
  profile ? applyProfile(profile, workbook, context) : detectLayout(workbook, context);
