import { CircleAlert, X } from 'lucide-react';
import { sizeInWords } from '../../lib/text';
import { Button } from '../primitives/button';
import { ProgressBar } from '../primitives/progress-bar';
import type { Upload } from './use-uploads';

interface UploadRowsProps {
  uploads: readonly Upload[];
  onRemove: (key: number) => void;
}

/** Files on their way here. */
export function UploadRows({ uploads, onRemove }: UploadRowsProps) {
  if (uploads.length === 0) return null;
  return (
    <ul aria-label="Uploads" className="card upload-rows">
      {uploads.map((upload) => (
        <li key={upload.key} className="upload-row">
          <div className="min-w-0 flex-1">
            <div className="upload-row-head">
              <b className="truncate">{upload.name}</b>
              <span className="support muted numbers">{wordsFor(upload)}</span>
            </div>
            {upload.problem ? (
              <p role="alert" className="support tone-red upload-problem">
                <CircleAlert className="icon" size={14} strokeWidth={1.75} aria-hidden="true" />
                {upload.problem}
              </p>
            ) : (
              <ProgressBar label={`Uploading ${upload.name}`} value={upload.state === 'waiting' ? 0 : upload.sent} max={Math.max(1, upload.size)} />
            )}
          </div>
          <Button
            variant="ghost"
            size="small"
            square
            aria-label={upload.problem ? `Remove ${upload.name} from this list` : `Break off the upload of ${upload.name}`}
            icon={<X className="icon" size={15} strokeWidth={1.75} aria-hidden="true" />}
            onClick={() => onRemove(upload.key)}
          />
        </li>
      ))}
    </ul>
  );
}

function wordsFor({ state, sent, size }: Upload): string {
  if (state === 'failed') return sizeInWords(size);
  if (state === 'waiting') return `${sizeInWords(size)}, waits`;
  return sent >= size ? 'Almost there' : `${sizeInWords(sent)} of ${sizeInWords(size)}`;
}
