import type { Words } from '../context';
import type { CellMark } from './index-sheet';

/** What a cell was taken for, in words. */
export function markText(mark: CellMark, t: Words['t']): string {
  const parts: string[] = [];
  if (mark.role === 'total') parts.push(t('pane.mark.total'));
  else if (mark.role === 'header') parts.push(t('pane.mark.header'));
  else if (mark.role === 'ignored') parts.push(t('format.legend.ignored'));
  else if (mark.phase === 'actual') parts.push(t('pane.legend.actual'));
  else if (mark.phase === 'forecast') parts.push(t('pane.legend.forecast'));
  else if (mark.phase === 'any') parts.push(t('pane.legend.any'));
  if (mark.measure) parts.push(t(`format.measure.${mark.measure}`));
  if (mark.corrected) parts.push(t('format.legend.corrected'));
  if (mark.role === 'kept') parts.push(t('format.is.read-only'));
  if (mark.role === 'locked') parts.push(t('pane.mark.locked'));
  if (mark.planned) parts.push(t('pane.legend.planned'));
  return parts.join(' · ');
}
