import type { ReactElement, RefObject } from 'react';

/** The browser's own way to choose files, out of sight: a button of ours opens it. */
export function FileInput({
  chooser,
  role,
  accept,
  isMany = false,
  isFolder = false,
  onFiles,
}: {
  readonly chooser: RefObject<HTMLInputElement>;
  /** What the files are for. */
  readonly role: string;
  /** The endings that are offered; all of them when absent. */
  readonly accept?: string;
  readonly isMany?: boolean;
  readonly isFolder?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}): ReactElement {
  return (
    <input
      ref={chooser}
      type="file"
      hidden
      multiple={isMany}
      accept={accept}
      data-role={role}
      // React knows no such attribute; every browser of today does.
      {...(isFolder ? { webkitdirectory: '' } : {})}
      onChange={(event) => {
        onFiles([...(event.target.files ?? [])]);
        // The same file can be chosen again.
        event.target.value = '';
      }}
    />
  );
}
