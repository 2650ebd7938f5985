/**
 * The words by which a cold pitch, or somebody real, gives itself away. English only: a pitch in another language is
 * shown like any first message, because hiding a newcomer is the worse mistake. The patterns of one row say the same
 * thing in different words, so that a row counts once. Apostrophes are straight by the time the words come here.
 */

/** One thing a message can do. `says` is a sentence about it for the screen. */
export interface PitchSignal {
  says: string;
  patterns: readonly RegExp[];
}

/** Somebody sells, or a machine wrote: without one of these nothing is a pitch. */
export const SELLING: readonly PitchSignal[] = [
  {
    says: 'Promises leads, sales or growth.',
    patterns: [
      /\b(?:increase|boost|grow|scale|double|triple|skyrocket|\d{1,4}x) (?:your|their) (?:\w+ ){0,2}(?:revenues?|sales|business|agency|company|brand|audience|following|followers|traffic|conversions?|bookings|pipeline|roi|income|reach)\b/i,
      /\b(?:generat|get|book|bring|deliver|send)\w* (?:you )?(?:[\w+-]+ ){0,3}(?:leads|sales calls|qualified meetings|appointments|new clients)\b/i,
      /\b(?:(?:qualified|warm|exclusive|b2b) leads|lead gen(?:eration)?)\b/i,
    ],
  },
  {
    says: 'Offers services nobody asked about.',
    patterns: [
      /\b(?:(?:we|i) (?:help|work with|partner with|support|speciali[sz]e in)|helping) (?:[\w-]+ ){0,5}?(?:like (?:you|yours|yourself|your company)|companies|businesses|founders|coaches|brands|agencies|entrepreneurs|consultants|start-?ups|owners|creators)\b/i,
      /\b(?:our|we (?:provide|offer)) (?:[\w-]+ ){0,3}(?:services|solutions?|platform|software|offerings?|developers|packages|talent)\b/i,
      /\b(?:proven|done-for-you) (?:[\w-]+ )?(?:system|method|framework|process|strategy|formula)\b/i,
      /\b(?:redesign|improve|optimi[sz]e|rebuild|audit) your (?:website|site|profile|seo|ads)\b/i,
      /\b(?:outsourc\w+|white[ -]label\w*|virtual assistants?|dedicated (?:developers|team)|offshore team)\b/i,
      /\baffordable (?:prices?|rates?|costs?|packages)\b|\bshare your requirements?\b/i,
      /\bfree (?:\w+ )?(?:audit|trial|demo|consultation|strategy (?:call|session))\b/i,
    ],
  },
  {
    says: 'Wants links, guest posts or search rankings.',
    patterns: [
      /\bguest[ -]?post\w* (?:[\w-]+ ){0,3}(?:on|for|to) your\b|\b(?:back-?links?|link (?:insertions?|building|exchange)|sponsored (?:posts?|articles?))\b/i,
      /\b(?:seo (?:services?|experts?|agency|audit|packages?|specialists?|company)|domain (?:authority|rating))\b/i,
      /\b(?:first page|page one|top|rank(?:ing|ings)?) (?:of|on|in) google\b/i,
    ],
  },
  {
    says: 'Talks of money to be made.',
    patterns: [
      /\b(?:partnership|investment|business|collaboration|funding|franchise|income) (?:opportunity|opportunities|proposal)\b|\bsynerg(?:y|ies)\b/i,
      /\b(?:limited(?:[ -]time)?|special|exclusive|introductory) (?:offer|deal|discount|price)\b|\b\d{1,2} ?% (?:off|less|cheaper)\b/i,
      /\b(?:(?:passive|extra|\w+[ -]figure) income|business loans?|working capital|paid promotion)\b/i,
      /\b(?:crypto|bitcoin|forex) (?:trading|signals?|payments?|invest\w*)\b|\b(?:invest\w*|trad\w+|earn\w*) (?:in|with) (?:crypto|bitcoin|forex)\b/i,
    ],
  },
  {
    says: 'Was filled in by a machine.',
    patterns: [
      /\{\{? ?\w+ ?\}?\}|%(?:first_?name|name|company)%/i,
      /[[<](?:first ?name|last ?name|name|company(?: name)?|your company)[\]>]/i,
      /\b(?:hi|hello|hey|dear) (?:first_?name|null|undefined)\b/i,
    ],
  },
  {
    says: 'Says how to stop the messages.',
    patterns: [/\b(?:unsubscribe|opt[ -]?out)\b/i, /\breply (?:with )?["']?(?:stop|no)\b/i, /\bnot interested\W+(?:just )?(?:reply|let me know)\b/i],
  },
  {
    says: 'Holds a link that counts who clicks.',
    patterns: [/[?&](?:utm_\w+|mc_cid|hsa_\w+)=|\bhubs\.ly\//i],
  },
];

/** How strangers approach, salespeople and shy newcomers alike: these only add to what is being sold. */
export const APPROACHING: readonly PitchSignal[] = [
  {
    // A link for booking is the same wish: it must not count beside the words for it.
    says: 'Asks for a call before anything else.',
    patterns: [
      /\b(?:quick|short|brief|intro|introductory|discovery|\d{1,3}[ -]min(?:ute)?s?)[ -](?:\w+ )?(?:call|chat|demo|zoom|meeting)\b/i,
      /\b(?:hop|jump|get) on (?:a|the) (?:\w+ )?(?:call|zoom|chat)\b|\b(?:10|15|20|30) ?min(?:ute)?s\b/i,
      /\b(?:book|schedule|grab|pick|set up) (?:a|some) (?:\w+ )?(?:time|call|slot|demo|meeting)\b/i,
      /\b(?:calendly|savvycal|tidycal|chilipiper|oncehub|acuityscheduling|youcanbook)\.\w+|\bcal\.com\/|\bzcal\.co\//i,
      /\bmeetings\.hubspot\.com|\bhubspot\.com\/meetings/i,
    ],
  },
  {
    says: 'Is addressed to nobody in particular.',
    patterns: [/\b(?:dear|hello|hi|hey) (?:sir|madam|friend|business owner|founder|ceo|website owner)\b/i],
  },
  {
    says: 'Came across the profile.',
    patterns: [
      /\b(?:came across|stumbled (?:up)?on|found|noticed|saw|looking at|impressed (?:by|with)) your (?:\w+ )?(?:profile|page|background|website)\b/i,
      /\byour profile (?:caught|stood|came)\b/i,
    ],
  },
  {
    says: 'Asks whether there is interest at all.',
    patterns: [
      /\b(?:would|are) you (?:be )?(?:open|opposed|interested|curious)\b|\bopen to (?:explor|learn|hear|discuss)\w*/i,
      /\bworth (?:a (?:chat|call|look)|exploring)\b|\bif (?:you(?:'re| are) )?interested\b|\blearn more\b/i,
      /\b(?:shall|should|can|may) i send (?:you )?(?:more|over|some|a)\b/i,
    ],
  },
  {
    says: 'Pushes for an answer.',
    patterns: [
      /\bfollow(?:ing)?[ -]?up\b|\bcircl(?:e|ing) back\b|\bbump(?:ing)?\b|\bchecking in\b|\bany thoughts\b/i,
      /\b(?:did you|get a chance to) see my\b|\bhaven't heard (?:back|from)\b|\bmy (?:last|previous|earlier) (?:message|note|email)\b/i,
    ],
  },
];

/** What real people write and pitches seldom do. Each takes one signal away. */
export const KNOWING: readonly PitchSignal[] = [
  {
    says: 'Speaks of something you made or said.',
    patterns: [
      /\byour (?:(?!profile)[\w'-]+ ){0,3}(?:talk|post|article|essay|newsletter|letter|book|workbook|workshop|course|class|podcast|episode|video|thread|tutorial|template|lecture|keynote|interview|pattern)s?\b/i,
      /\byou (?:wrote|said|posted|mentioned|shared|made|taught|gave|published)\b|\b(?:when|where) you (?:spoke|talked)\b/i,
    ],
  },
  {
    says: 'Wants to buy, book or host you.',
    patterns: [
      /\bhow much (?:does|is|are|would|for|do you (?:charge|ask))\b|\bwhat (?:do you|would you) charge\b/i,
      /\byour (?:(?:day|hourly|speaking|workshop) )?(?:rates?|prices?|price list|fees?|waiting list)\b/i,
      /\bto (?:hire|commission|book|invoice|interview|have|pay) you\b|\b(?:could|can|would) you (?:quote|teach|speak|run)\b/i,
      /\bi(?:'d| would) (?:like|love) to (?:buy|order|book|sign up|join|enrol)\b|\b(?:can|could|may) i (?:still )?(?:buy|order|book|sign up|join)\b/i,
      /\bi (?:\w+ )?(?:bought|ordered|attended|joined|subscribed)\b|\bdo you (?:\w+ )?(?:ship|teach|deliver|take (?:on|commissions|orders))\b/i,
      /\b(?:speak|teach|talk|present|exhibit|guest|contribut|writ)\w* (?:at|for|on|in|to) (?:our|my)\b|\bon (?:our|my) (?:podcast|show|panel)\b/i,
    ],
  },
  {
    says: 'Names how you know each other.',
    patterns: [
      /\b(?:good|great|nice|lovely) (?:meeting|to have met|talking|speaking|chatting)(?: to| with)? you\b/i,
      /\bwe (?:met|spoke|sat|studied|used to work|worked together)\b|\b(?:gave|passed) me your\b|\b(?:introduced us|recommended you)\b/i,
      /\b(?:suggested|told me|said) (?:that )?(?:i|to) (?:should )?(?:write|get in touch|contact|reach out|talk|ask)\b/i,
    ],
  },
  {
    says: 'Asks for help of their own.',
    patterns: [
      /\b(?:i'm|i am|as) (?:a |an |in my )?(?:[\w-]+ ){0,3}(?:student|apprentice|beginner|graduate|graduating|final year)\b/i,
      /\bmy (?:thesis|dissertation|cv|résumé|resume|first (?:job|role))\b|\b(?:internship|apprenticeship|any advice|your advice)\b/i,
      /\blooking for (?:work|a job|my (?:first|next)|a (?:new )?(?:role|position))\b/i,
    ],
  },
];
