-- AlterTable
ALTER TABLE "ContactHealth" ADD COLUMN "announced" TEXT;
ALTER TABLE "ContactHealth" ADD COLUMN "lowerSince" DATETIME;
ALTER TABLE "ContactHealth" ADD COLUMN "quietRank" REAL;

-- CreateIndex
CREATE INDEX "ContactHealth_quietRank_announced_idx" ON "ContactHealth"("quietRank", "announced");

-- The sweep visits these at once and finds what is to be announced.
UPDATE "ContactHealth" SET "nextChangeAt" = 0 WHERE "stateName" IN ('Cooling', 'Fading');
