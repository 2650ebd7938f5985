import { ChevronDown } from 'lucide-react';
import {
  forwardRef, useId, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, type TextareaHTMLAttributes,
} from 'react';
import { classNames } from './class-names';
import { describeControl, FieldNotes, type FieldWords } from './field';

export interface TextFieldProps extends FieldWords, InputHTMLAttributes<HTMLInputElement> {}

/** One line of text with its label, hint and error. Everything else goes to the input, as from conform. */
export const TextField = forwardRef<HTMLInputElement, TextFieldProps>(function TextField(
  { label, hint, errors, id, className, ...rest },
  ref,
) {
  const ownId = useId();
  const controlId = id ?? ownId;
  const { aria, ...notes } = describeControl(controlId, { hint, errors }, rest['aria-describedby']);
  return (
    <div className={classNames('field', className)}>
      <label className="field-label" htmlFor={controlId}>
        {label}
      </label>
      <input ref={ref} {...rest} {...aria} id={controlId} className="control" />
      <FieldNotes hint={hint} {...notes} />
    </div>
  );
});

export interface TextAreaProps extends FieldWords, TextareaHTMLAttributes<HTMLTextAreaElement> {}

/** Several lines of text; grows with what is written where the browser can. */
export const TextArea = forwardRef<HTMLTextAreaElement, TextAreaProps>(function TextArea(
  { label, hint, errors, id, className, ...rest },
  ref,
) {
  const ownId = useId();
  const controlId = id ?? ownId;
  const { aria, ...notes } = describeControl(controlId, { hint, errors }, rest['aria-describedby']);
  return (
    <div className={classNames('field', className)}>
      <label className="field-label" htmlFor={controlId}>
        {label}
      </label>
      <textarea ref={ref} {...rest} {...aria} id={controlId} className="control" />
      <FieldNotes hint={hint} {...notes} />
    </div>
  );
});

export interface SelectFieldProps extends FieldWords, SelectHTMLAttributes<HTMLSelectElement> {
  /** The `<option>`s. */
  children: ReactNode;
}

/** One of a list, in the browser's own control. */
export const SelectField = forwardRef<HTMLSelectElement, SelectFieldProps>(function SelectField(
  { label, hint, errors, id, className, children, ...rest },
  ref,
) {
  const ownId = useId();
  const controlId = id ?? ownId;
  const { aria, ...notes } = describeControl(controlId, { hint, errors }, rest['aria-describedby']);
  return (
    <div className={classNames('field', className)}>
      <label className="field-label" htmlFor={controlId}>
        {label}
      </label>
      <span className="select">
        <select ref={ref} {...rest} {...aria} id={controlId} className="control">
          {children}
        </select>
        <ChevronDown className="icon" size={15} strokeWidth={1.75} aria-hidden="true" />
      </span>
      <FieldNotes hint={hint} {...notes} />
    </div>
  );
});

export interface CheckboxFieldProps extends FieldWords, InputHTMLAttributes<HTMLInputElement> {}

/** Yes or no, with its words beside it. */
export const CheckboxField = forwardRef<HTMLInputElement, CheckboxFieldProps>(function CheckboxField(
  { label, hint, errors, id, className, ...rest },
  ref,
) {
  const ownId = useId();
  const controlId = id ?? ownId;
  const { aria, ...notes } = describeControl(controlId, { hint, errors }, rest['aria-describedby']);
  return (
    <div className={classNames('checkbox-field', className)}>
      <input ref={ref} {...rest} {...aria} type="checkbox" id={controlId} className="checkbox" />
      <label htmlFor={controlId}>{label}</label>
      <FieldNotes hint={hint} {...notes} />
    </div>
  );
});
