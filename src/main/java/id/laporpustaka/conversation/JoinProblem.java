package id.laporpustaka.conversation;

/// Why an answer of somebody who joins is none.
public sealed interface JoinProblem {
    /// No village has such a name.
    record NoSuchVillage(String typed) implements JoinProblem {}

    record BadLibraryName() implements JoinProblem {}

    record BadNpp() implements JoinProblem {}

    record BadName() implements JoinProblem {}

    record ButtonWanted() implements JoinProblem {}

    /// The invitation is no good.
    record BadInvite(InviteFound.Reason reason) implements JoinProblem {}
}
