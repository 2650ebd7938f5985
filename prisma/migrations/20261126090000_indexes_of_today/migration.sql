-- DropIndex
DROP INDEX "ConversationState_turn_turnSince_idx";

-- CreateIndex
CREATE INDEX "Contact_deletedAt_idx" ON "Contact"("deletedAt");

-- CreateIndex
CREATE INDEX "ConversationState_turn_turnSince_contactId_idx" ON "ConversationState"("turn", "turnSince", "contactId");

-- CreateIndex
CREATE INDEX "ConversationState_quietBecause_turn_contactId_idx" ON "ConversationState"("quietBecause", "turn", "contactId");
