import { afterAll, describe, expect, it } from 'vitest';
import { GOOGLE_NEW, GOOGLE_OLD, HUBSPOT, OUTLOOK } from '../../fixtures/people-csv/address-books';
import { utf16, windows1252 } from '../../fixtures/linkedin/csv-text';
import { removeFolders } from '../../fixtures/zip';
import { readFile } from '../read-export';
import { inLines } from './in-lines';

afterAll(removeFolders);

describe('every address book and CRM', () => {
  it.each([
    [HUBSPOT, 'crm', 'HubSpot'], [GOOGLE_NEW, 'csv', 'Google Contacts'], [GOOGLE_OLD, 'csv', 'Google Contacts'], [OUTLOOK, 'csv', 'Outlook'],
  ])('$name lists contacts, unless the user says audience', async ({ name, content }, platform, label) => {
    const contacts = await readFile(name, content);
    expect(contacts.recognition).toMatchObject({ platform, accountLabel: label });
    expect(contacts.questions[0]).toEqual({ asks: 'list_kind', suggested: 'contacts' });
    expect(contacts.relations).toEqual([]);
    const listed = contacts.identities.filter((identity) => identity.listed);
    const rows = contacts.identities.length - contacts.samePerson.reduce((sum, { identities }) => sum + identities.length - 1, 0);
    expect(listed).toHaveLength(rows);
    const audience = await readFile(name, content, undefined, { listKind: 'audience' });
    expect(audience.identities.filter((identity) => identity.listed)).toEqual([]);
    expect(audience.relations.map(({ kind }) => kind)).toEqual(Array(rows).fill('member'));
  });
});

describe('HubSpot', () => {
  it('keeps the record’s id, the address as its fact, and a link to a profile as the same person', async () => {
    const { people, together, numbers, rejected, leftOut } = inLines(await readFile(HUBSPOT.name, HUBSPOT.content));
    expect(people).toEqual([
      'crm id:hubspot:101 <Camille Durand> camille@atelier.example +33612345678 Atelier Nord/Head of Product listed',
      'linkedin handle:camille-durand <Camille Durand> https://www.linkedin.com/in/camille-durand',
      'crm id:hubspot:102 <John Smith> listed',
      'email email:rounded@atelier.example <Rounded Row> listed',
    ]);
    expect(together).toEqual(['id:hubspot:101 = handle:camille-durand']);
    expect(numbers[0]).toBe(`id:hubspot:101 listed_since ${Date.UTC(2024, 2, 12, 9, 14)}`);
    expect(rejected).toEqual(['5: This row has neither a name nor an address.']);
    expect(leftOut).toContain('1 × Companies without a person.');
    expect(leftOut).toContain('1 × Account ids that a spreadsheet shortened (1.31E+18): their last digits are lost, so they name nobody.');
    expect(leftOut).toContain('2 × The column “Lead Status” holds nothing that Kith keeps.');
  });

  it('takes over who unsubscribed from all mail', async () => {
    // That Camille has not unsubscribed does not say that she ever subscribed.
    const content = HUBSPOT.content.replace('John,Smith,,', 'John,Smith,john@smith.example,').replace('France,,', 'France,false,');
    expect(inLines(await readFile(HUBSPOT.name, content)).mail).toEqual(['id:hubspot:102 email unsubscribed -']);
  });
});

describe('Google Contacts', () => {
  it('reads several values in one cell and several columns of a kind as one person', async () => {
    const { people, together, rejected, leftOut, profiles } = inLines(await readFile(GOOGLE_NEW.name, GOOGLE_NEW.content));
    expect(people).toEqual([
      'email email:ada@engines.example <Ada King Lovelace> +442079460018 Analytical Engines/Partner listed',
      'email email:ada@home.example <Ada King Lovelace>',
      'email email:ada@third.example <Ada King Lovelace>',
      'csv phone:+447700900123 <Ada King Lovelace>',
      'csv phone:+442079460019 <Ada King Lovelace>',
      'csv name:robert smith@Google Contacts <Robert Smith> listed',
      'email email:info@bakery.example listed',
      'csv name:wren hale, phd@Google Contacts <Wren Hale, PhD> listed',
    ]);
    expect(together).toEqual(['email:ada@engines.example = email:ada@home.example = email:ada@third.example = phone:+447700900123 = phone:+442079460019']);
    expect(profiles).toEqual(['email:ada@engines.example {"location":"GB","website":"https://ada.example"}']);
    expect(rejected).toEqual(['8: This row has neither a name nor an address.']);
    expect(leftOut).toContain('1 × Companies without a person.');
    expect(leftOut).toContain('1 × The column “Birthday” holds nothing that Kith keeps.');
    expect(leftOut).toContain('4 × Tags and labels in the column “Labels”: Kith does not take them over from tables yet.');
    expect(leftOut).toContain('1 × Phone numbers without a country, which ring elsewhere in every country; the people were kept.');
  });

  it.each([['UTF-8', Buffer.from(GOOGLE_OLD.content)], ['UTF-16', utf16(GOOGLE_OLD.content)], ['UTF-16, big end first', utf16(GOOGLE_OLD.content, 'be')]])('reads the old layout in %s', async (_encoding, content) => {
    expect(inLines(await readFile(GOOGLE_OLD.name, content)).people).toEqual([
      'email email:zoe@brandt.example <Zoë Brandt> +4915123456789 Studio Brandt/Owner listed',
      'email email:zoe@studio.example <Zoë Brandt>',
      'csv name:kofi mensah@Google Contacts <Kofi Mensah> listed',
    ]);
  });

  it('dials numbers without a country from where most others are', async () => {
    const rows = ['+49 30 901820', '+49 89 2180', '+49 221 9876543', '+49 1512 3456789', '+33 6 12 34 56 78', '0151 23456789', '+49 40 42863'];
    const head = 'First Name,Last Name,Labels,Phone 1 - Value\n';
    const { identities } = await readFile('book.csv', head + rows.map((phone, index) => `P${index},X,* myContacts,${phone}\n`).join(''));
    expect(identities.map(({ key }) => key)[5]).toBe('+4915123456789');
  });

  it('keeps namesakes without an address apart', async () => {
    const { people } = inLines(await readFile(GOOGLE_NEW.name, `${GOOGLE_NEW.content}Wren,,Hale,,,,,PhD,,,,,,,,,* myContacts,,,,,,,,,,,,\n`));
    expect(people.slice(-2)).toEqual(['csv name:wren hale, phd@Google Contacts <Wren Hale, PhD> listed', 'csv name:wren hale, phd@Google Contacts 2 <Wren Hale, PhD> listed']);
  });
});

describe('Outlook', () => {
  it('reads a file in a Windows code page; addresses and phones of one row are one person', async () => {
    const { people, together, rejected } = inLines(await readFile(OUTLOOK.name, windows1252(OUTLOOK.content)));
    expect(people).toEqual([
      'email email:j.gross@cafe.example <Jürgen Groß> +492219876543 Café Köln/Inhaber listed',
      'email email:groß@home.example <Jürgen Groß>',
      'csv phone:+4915127654321 <Jürgen Groß>',
      'email email:ines@okafor.example <Ines Okafor> listed',
    ]);
    expect(together).toEqual(['email:j.gross@cafe.example = email:groß@home.example = phone:+4915127654321']);
    expect(rejected).toEqual([]);
  });
});
