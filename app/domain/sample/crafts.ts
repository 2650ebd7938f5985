/** What the invented people make, work with and run into: the nouns of their letters. */

export interface CraftWords {
  /** What they make, with its article: "the tall mugs". */
  things: readonly string[];
  /** What they make it of. */
  stuff: readonly string[];
  /** A part of the work that can go well or badly. */
  steps: readonly string[];
}

export const CRAFTS = {
  clay: {
    things: ['the tall mugs', 'the serving bowls', 'the speckled plates', 'the small pitchers', 'the lidded jars', 'the egg cups', 'the planters'],
    stuff: ['the ash glaze', 'the river clay', 'the white slip', 'the celadon', 'the new stoneware'],
    steps: ['the second firing', 'the glazing', 'the trimming', 'the kiln shelf', 'the drying'],
  },
  wood: {
    things: ['the three-legged stools', 'the spoon racks', 'the benches', 'the bread boards', 'the side tables', 'the bookends', 'the step ladders'],
    stuff: ['the ash planks', 'the walnut', 'the hard wax', 'the old oak', 'the cherry offcuts'],
    steps: ['the glue-up', 'the steam bending', 'the sanding', 'the wedged joints', 'the finish'],
  },
  cloth: {
    things: ['the wool throws', 'the tea towels', 'the long scarves', 'the cushion covers', 'the table runners', 'the baby blankets', 'the saddle rugs'],
    stuff: ['the hill wool', 'the linen yarn', 'the madder batch', 'the undyed cotton', 'the indigo'],
    steps: ['the warping', 'the mordant bath', 'the fulling', 'the fringe', 'the washing'],
  },
  knit: {
    things: ['the fisherman sweaters', 'the mittens', 'the yoke pattern', 'the children’s caps', 'the cabled socks', 'the shawl pattern', 'the vests'],
    stuff: ['the lambswool', 'the silver grey', 'the plant-dyed skeins', 'the heavy ply', 'the sock yarn'],
    steps: ['the grading', 'the test knit', 'the yoke', 'the blocking', 'the chart'],
  },
  paper: {
    things: ['the sewn notebooks', 'the field journals', 'the marbled sheets', 'the guest books', 'the linen albums', 'the letter sets', 'the wall calendars'],
    stuff: ['the cotton rag', 'the wheat paste', 'the grey board', 'the book cloth', 'the soft-black ink'],
    steps: ['the spine', 'the folding', 'the second colour', 'the pressing', 'the trimming'],
  },
  hide: {
    things: ['the tool rolls', 'the satchels', 'the belts', 'the card holders', 'the apron straps', 'the dog collars', 'the key fobs'],
    stuff: ['the bridle leather', 'the oak-bark hides', 'the waxed thread', 'the brass buckles', 'the edge paint'],
    steps: ['the edge work', 'the saddle stitch', 'the skiving', 'the wet moulding', 'the cutting'],
  },
  metal: {
    things: ['the hammered rings', 'the pot hooks', 'the kitchen knives', 'the copper pans', 'the ear studs', 'the candle holders', 'the garden hoes'],
    stuff: ['the recycled silver', 'the carbon steel', 'the copper sheet', 'the bronze', 'the new solder'],
    steps: ['the quench', 'the soldering', 'the planishing', 'the casting', 'the last polish'],
  },
  glass: {
    things: ['the tumblers', 'the oil bottles', 'the bud vases', 'the lamp shades', 'the paperweights', 'the carafes', 'the window panels'],
    stuff: ['the sea green batch', 'the smoke grey', 'the clear cullet', 'the lead came', 'the amber'],
    steps: ['the annealing', 'the neck', 'the cold work', 'the second gather', 'the cutting'],
  },
  food: {
    things: ['the rye loaves', 'the quince jam', 'the goat cheese', 'the gift boxes', 'the pickled lemons', 'the seed crackers', 'the Sunday buns'],
    stuff: ['the stone-ground flour', 'the new jars', 'the mountain honey', 'the sourdough', 'the sea salt'],
    steps: ['the long proof', 'the labels', 'the cold room', 'the first bake', 'the delivery round'],
  },
  print: {
    things: ['the linocut series', 'the botanical prints', 'the city posters', 'the small editions', 'the greeting cards', 'the bird portraits', 'the map prints'],
    stuff: ['the washi', 'the oil ink', 'the heavy cotton paper', 'the new plates', 'the warm grey'],
    steps: ['the registration', 'the framing', 'the second plate', 'the numbering', 'the proofing'],
  },
  garden: {
    things: ['the dried bouquets', 'the seed packets', 'the herb boxes', 'the wreaths', 'the willow baskets', 'the cut tulips', 'the balcony kits'],
    stuff: ['the willow', 'the leaf compost', 'the saved seed', 'the raffia', 'the cold frames'],
    steps: ['the drying', 'the sorting', 'the first cutting', 'the potting', 'the watering plan'],
  },
  shop: {
    things: ['the workbook', 'the wall chart', 'the notebooks', 'the makers’ table', 'the window display', 'the gift shelf', 'the Saturday hours'],
    stuff: ['the shelf by the door', 'the new till', 'the small labels', 'the back room', 'the printed list'],
    steps: ['the stock take', 'the reorder', 'the window', 'the opening', 'the price tags'],
  },
  voice: {
    things: ['the episode on pricing', 'the one about saying no', 'the talk on slow growth', 'the piece on deposits', 'the letter about waiting lists',
      'the interview with the boat builder', 'the story of the first hire', 'the series on small runs', 'the evening about failure', 'the class on photos'],
    stuff: ['the new microphone', 'the transcript', 'the opening minute', 'the letters from readers', 'the guest list'],
    steps: ['the edit', 'the recording', 'the title', 'the first draft', 'the questions'],
  },
} as const satisfies Record<string, CraftWords>;

export type Craft = keyof typeof CRAFTS;

/** Who orders from them. */
export const BUYERS = [
  'a café by the harbour', 'a hotel in the hills', 'a bookshop two streets away', 'a restaurant with nine tables', 'a museum shop',
  'a bride and her aunts', 'a school kitchen', 'a theatre', 'an architect', 'a yoga studio', 'a choir', 'a bakery', 'a small gallery',
  'a tea house', 'a lawyer, of all people', 'a farm shop',
] as const;

/** Where they show it. */
export const EVENTS = [
  'the night market', 'the open studios', 'the guild fair', 'the harbour market', 'the makers’ weekend', 'the school fair', 'the design days',
  'the village fête', 'the print fair', 'the table at the library',
] as const;
