-- DropIndex
DROP INDEX "ConversationState_turn_turnSince_contactId_idx";
DROP INDEX "ConversationState_contactId_idx";

-- AlterTable
ALTER TABLE "ConversationState" ADD COLUMN "tie" REAL NOT NULL DEFAULT 0;
UPDATE "ConversationState" SET "tie" = coalesce((SELECT h."tie" FROM "ContactHealth" h WHERE h."contactId" = "ConversationState"."contactId"), 0)
  WHERE "contactId" IS NOT NULL;

-- CreateIndex
CREATE INDEX "ConversationState_turn_turnSince_contactId_tie_idx" ON "ConversationState"("turn", "turnSince", "contactId", "tie");
CREATE INDEX "ConversationState_contactId_turn_turnSince_quietBecause_idx" ON "ConversationState"("contactId", "turn", "turnSince", "quietBecause");

-- beyond Prisma

-- How close whoever waits is stands beside since when they wait, so that the longest waits are found in one index. A row of
-- ConversationState is written with it (see db/derive/conversation-state); here it follows the contact's own.
CREATE TRIGGER "ContactHealth_tie_insert" AFTER INSERT ON "ContactHealth" BEGIN
  UPDATE "ConversationState" SET "tie" = NEW."tie" WHERE "contactId" = NEW."contactId" AND "tie" <> NEW."tie";
END;

CREATE TRIGGER "ContactHealth_tie_update" AFTER UPDATE OF "tie" ON "ContactHealth" BEGIN
  UPDATE "ConversationState" SET "tie" = NEW."tie" WHERE "contactId" = NEW."contactId" AND "tie" <> NEW."tie";
END;

CREATE TRIGGER "ContactHealth_tie_delete" AFTER DELETE ON "ContactHealth" BEGIN
  UPDATE "ConversationState" SET "tie" = 0 WHERE "contactId" = OLD."contactId";
END;
