import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';

/** What of a scrolling box is in sight, in pixels. */
export interface InSight {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** Follows what of a box is in sight: its size by itself, its position with every `measure`. */
export function useInSight(atFirst: InSight): {
  readonly box: RefObject<HTMLDivElement>;
  readonly seen: InSight;
  measure(): void;
} {
  const box = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(atFirst);
  const measure = useCallback(() => {
    const element = box.current;
    if (!element) return;
    setSeen({
      top: element.scrollTop,
      left: element.scrollLeft,
      width: element.clientWidth,
      height: element.clientHeight,
    });
  }, []);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [measure]);
  return { box, seen, measure };
}
