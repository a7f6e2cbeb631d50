package id.laporpustaka.app;

/// The bot that lives in the simulator. Its token is no secret: the simulator answers to this machine only.
final class SimulatedBot {
    static final String TOKEN = "700000001:simulator-of-the-laptop-0123456789";
    static final String USERNAME = "LaporPustakaBot";
    static final String NAME = "Lapor Pustaka";

    private SimulatedBot() {}
}
